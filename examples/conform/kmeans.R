# K-means in R, one JSON a line: conform -- Rscript kmeans.R
library(jsonlite)

table_of <- function(rows) {
  widths <- lengths(rows)
  if (length(rows) == 0 || any(widths == 0)) stop("nothing to cluster")
  if (length(unique(widths)) > 1) stop("rows of unlike length")
  matrix(as.numeric(unlist(rows)), nrow = length(rows), byrow = TRUE)
}

nearest <- function(points, centroids) {
  distances <- apply(centroids, 1, function(centroid) rowSums(sweep(points, 2, centroid)^2))
  apply(matrix(distances, nrow = nrow(points)), 1, which.min) # the first of equal ones
}

# 17 digits, so that every number is read again as it is.
numbers <- function(row) paste0("[", paste(sprintf("%.17g", row), collapse = ","), "]")

step <- function(iteration, centroids, labels) {
  rows <- paste(apply(centroids, 1, numbers), collapse = ",")
  sprintf('{"iteration":%d,"centroids":[%s],"labels":%s}', iteration, rows, numbers(labels - 1))
}

run <- function(points, centroids) {
  if (ncol(points) != ncol(centroids)) stop("points and centroids have unlike features")
  steps <- list(step(0L, centroids, nearest(points, centroids)))
  repeat {
    labels <- nearest(points, centroids)
    moved <- centroids
    for (k in unique(labels)) moved[k, ] <- colMeans(points[labels == k, , drop = FALSE])
    steps[[length(steps) + 1]] <- step(length(steps), moved, labels)
    if (all(moved == centroids)) return(sprintf('{"steps":[%s]}', paste(steps, collapse = ",")))
    centroids <- moved
  }
}

input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  request <- fromJSON(line, simplifyVector = FALSE)
  answer <- tryCatch(
    run(table_of(request$points), table_of(request$centroids)),
    error = function(e) toJSON(list(error = conditionMessage(e)), auto_unbox = TRUE)
  )
  cat(answer, "\n", sep = "")
  flush(stdout())
}
