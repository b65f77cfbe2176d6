/** One clause of the specification of K-means. */
export interface Clause {
  /** Its number, by which tests, errors and reports refer to it. */
  readonly id: string;
  /** What holds, in one sentence. */
  readonly title: string;
  /** Why it is so. */
  readonly why: string;
  /** Where it comes from. */
  readonly source: string;
}

/** The chapters of the specification, by the number before the point. */
export const chapters = [
  "Shapes",
  "Assignment",
  "Update",
  "Steps",
  "Fit",
  "A limit",
  "Purity",
  "Inertia",
  "Laws that follow",
  "Starts",
  "Restarts",
  "Empty clusters",
  "Reference runs",
] as const;

const lloyd = "S. P. Lloyd, Least Squares Quantization in PCM, IEEE Trans. Inf. Theory 28(2), 1982";
const scaling =
  "J. L. Blue, A Portable Fortran Program to Find the Euclidean Norm of a Vector, ACM TOMS 4(1), 1978";
const metamorphic = "T. Y. Chen, S. C. Cheung, S. M. Yiu, Metamorphic Testing, HKUST-CS98-01, 1998";
const decision = "Decided here";

/** Every clause, in order. */
export const clauses = [
  {
    id: "§1.1",
    title: "Points and centroids are tables in any form: arrays of rows, typed rows, flat matrices",
    why: "The form in which numbers are handed over says nothing about them.",
    source: decision,
  },
  {
    id: "§1.2",
    title: "Points and centroids of different numbers of features are refused with both numbers",
    why: "Cutting or padding a row would give a distance that nobody asked for.",
    source: decision,
  },
  {
    id: "§1.3",
    title: "Rows of different lengths are refused with the row",
    why: "The row is what has to be mended.",
    source: decision,
  },
  {
    id: "§1.4",
    title: "A table without rows or without columns is refused",
    why: "Nothing has no nearest centroid, and without features all distances are 0.",
    source: decision,
  },
  {
    id: "§1.5",
    title: "A value that is not a finite number is refused with its row and column",
    why: "NaN is nearer to nothing, and one of them makes a whole centroid NaN.",
    source: decision,
  },
  {
    id: "§1.6",
    title: "K is a whole number, at least 1",
    why: "There is no half a cluster, and without clusters no label.",
    source: decision,
  },
  {
    id: "§1.7",
    title: "Where the start is drawn from the points, K is at most their number",
    why: "K distinct points must be there to be drawn; given centroids may be more.",
    source: decision,
  },
  {
    id: "§1.8",
    title: "Labels that are handed in are indices of centroids, one for each point",
    why: "Any other label would read beside the table.",
    source: decision,
  },
  {
    id: "§1.9",
    title: "An option out of range is refused with its name and value",
    why: "A run that quietly did something else would be believed.",
    source: decision,
  },

  {
    id: "§2.1",
    title: "A label is the index of the nearest centroid by squared Euclidean distance",
    why: "Of all ways to assign the points, this one makes the inertia least.",
    source: lloyd,
  },
  {
    id: "§2.2",
    title: "Of equally near centroids, the label is the lowest index",
    why: "A tie has to go somewhere, and everywhere to the same place.",
    source: decision,
  },
  {
    id: "§2.3",
    title: "Every point has one label, from 0 to K − 1",
    why: "The clusters are a partition of the points.",
    source: lloyd,
  },
  {
    id: "§2.4",
    title: "Nearness holds where squares overflow or vanish",
    why: "The unit in which data is measured must not decide whether it can be clustered.",
    source: scaling,
  },

  {
    id: "§3.1",
    title: "A centroid is the mean of the points that carry its label",
    why: "Of all places for a centroid, the mean makes the inertia least.",
    source: lloyd,
  },
  {
    id: "§3.2",
    title: "The points of a cluster are summed in index order, then divided by their number, " +
      "but where §3.5 holds; the mean of equal values is that value",
    why: "Addition of 64-bit floats depends on its order: one order gives one result everywhere. " +
      "Ten times 0.1 is less than 1: a centroid that left its points would win and lose them in turn.",
    source: "D. Goldberg, What Every Computer Scientist Should Know About Floating-Point " +
      "Arithmetic, ACM Computing Surveys 23(1), 1991",
  },
  {
    id: "§3.3",
    title: "A cluster without points keeps its centroid",
    why: "There is nothing to take a mean of; where it is, it may win points again.",
    source: decision,
  },
  {
    id: "§3.4",
    title: "A mean is a mean where the sum overflows or the points are tiny",
    why: "As §2.4: a sum beyond the largest number has a mean all the same.",
    source: scaling,
  },
  {
    id: "§3.5",
    title:
      "Where a feature's largest magnitude is more than 2,048 times its spread, and more than " +
      "8 times for each of all points, and no less than 2^-1021, a mean is the float nearest to " +
      "the exact one",
    why:
      "Far from 0, as times in nanoseconds are, a sum is rounded in digits that tell the points " +
      "apart: its mean is noise, and the centroids wander. Of all floats the nearest to the exact " +
      "mean makes the inertia least. Differences to one of the points, and sums of them, are exact.",
    source: "P. H. Sterbenz, Floating-Point Computation, Prentice-Hall, 1974",
  },

  {
    id: "§4.1",
    title: "The first step is iteration 0: the initial centroids and the labels they give",
    why: "Whoever watches a run wants to see where it began.",
    source: decision,
  },
  {
    id: "§4.2",
    title: "Step i ≥ 1 has the labels given by the centroids of step i − 1, and their means",
    why: "One iteration is one assignment and then one update.",
    source: lloyd,
  },
  {
    id: "§4.3",
    title: "Iterations are numbered without a gap",
    why: "A step is told by its iteration.",
    source: decision,
  },
  {
    id: "§4.4",
    title: "The last step is the first whose centroids equal the previous step's exactly",
    why: "From there on every step would be the same: no tolerance, so no tolerance to agree on.",
    source:
      "S. Z. Selim, M. A. Ismail, K-Means-Type Algorithms: A Generalized Convergence Theorem " +
      "and Characterization of Local Optimality, IEEE TPAMI 6(1), 1984",
  },
  {
    id: "§4.5",
    title: "There is always an iteration 1, unless the limit is 0: that run is its start",
    why: "Only the iteration that moves nothing shows that nothing moves. A comparison with " +
      "`centroids + 1` skips it above 2^53, where that is `centroids`.",
    source: decision,
  },
  {
    id: "§4.6",
    title: "A run that rounding leads back to centroids it has left ends there as a cycle",
    why: "Inertia cannot fall forever, but rounded means can go in circles: every run must end.",
    source: "R. P. Brent, An Improved Monte Carlo Factorization Algorithm, BIT 20, 1980",
  },
  {
    id: "§4.7",
    title: "A faster engine gives the labels and centroids of the plain one, to the last bit",
    why: "Speed is no reason for another result.",
    source: "C. Elkan, Using the Triangle Inequality to Accelerate k-Means, ICML 2003",
  },
  {
    id: "§4.8",
    title: "Every 100 iterations inertia must be lower than 100 before, or the run ends as a stall",
    why: "Where it does not fall, rounding alone moves the centroids; a cycle of that can be long.",
    source: decision,
  },
  {
    id: "§4.9",
    title:
      "With a tolerance a run that has not converged ends with the first step in which the sum " +
      "of the squared moves of the centroids is at most so many times the mean variance of the " +
      "features, and says so",
    why:
      "The last iterations move little; by variance, so that the unit does not matter. What ends " +
      "so has not converged.",
    source: "scikit-learn 1.9.1, KMeans, tol",
  },

  {
    id: "§5.1",
    title: "`fit()` ends where the steps end: same centroids, labels, inertia, iteration",
    why: "Watching a run does not change it.",
    source: decision,
  },
  {
    id: "§5.2",
    title: "The labels of a fit are those its centroids give",
    why: "Whoever assigns the points anew gets the labels he was told.",
    source: decision,
  },
  {
    id: "§5.3",
    title: "A fitted start is a fixed point: one iteration, nothing moves",
    why: "Converged is what stays.",
    source: "S. Z. Selim, M. A. Ismail, 1984",
  },
  {
    id: "§5.4",
    title: "A fit tells of each cluster its size, weight and inertia, empty ones with 0",
    why: "One cluster can be most of the inertia, or none.",
    source: decision,
  },

  {
    id: "§6.1",
    title: "A limited run is the beginning of the unlimited one, up to and including iteration n",
    why: "A limit cuts a run off, it does not bend it.",
    source: decision,
  },
  {
    id: "§6.2",
    title: "Where a limit stops a run before it converges, the result says so",
    why: "An unfinished result must not look like a finished one.",
    source: decision,
  },
  {
    id: "§6.3",
    title: "The labels and inertia of a limited fit are those of its centroids",
    why: "The last step's labels belong to the centroids before; §5.2 holds here too.",
    source: decision,
  },
  {
    id: "§6.4",
    title: "A limit that is not met changes nothing",
    why: "It is a limit, not a number of iterations.",
    source: decision,
  },
  {
    id: "§6.5",
    title: "The limit is 10,000 iterations where none is given",
    why: "Runs of real data end within hundreds; whoever wants more says so.",
    source: "D. Arthur, S. Vassilvitskii, How Slow Is the k-Means Method?, SoCG 2006",
  },

  {
    id: "§7.1",
    title: "Inputs are never changed",
    why: "They are not ours.",
    source: decision,
  },
  {
    id: "§7.2",
    title: "Each step owns its arrays",
    why: "Of a generator that yields one array over and over, a collected history shows the last " +
      "labels only.",
    source: decision,
  },
  {
    id: "§7.3",
    title: "Asking for the steps again starts afresh",
    why: "A run can be looked at twice.",
    source: decision,
  },
  {
    id: "§7.4",
    title: "Two runs that are stepped in turn do not disturb each other",
    why: "Runs are compared side by side.",
    source: decision,
  },
  {
    id: "§7.5",
    title: "The same recipe gives the same run",
    why: "What cannot be had again cannot be checked.",
    source: decision,
  },

  {
    id: "§8.1",
    title: "Inertia is measured with a step's own centroids and labels",
    why: "It is the sum of the squared distances that the step shows.",
    source: lloyd,
  },
  {
    id: "§8.2",
    title: "Inertia never rises from step to step, within the rounding of the means",
    why: "Assignment and update each make it less or leave it: the proof that the algorithm works.",
    source: lloyd,
  },

  {
    id: "§9.1",
    title: "The order of the features does not matter",
    why: "A distance is a sum over features.",
    source: metamorphic,
  },
  {
    id: "§9.2",
    title: "The order of the points does not matter but to their labels' order",
    why: "A mean is a sum over points.",
    source: metamorphic,
  },
  {
    id: "§9.3",
    title: "Points and start moved together give the same run, moved",
    why: "Distances are differences.",
    source: metamorphic,
  },
  {
    id: "§9.4",
    title: "Points and start times a power of two give the same run, exactly as many times larger",
    why: "Multiplying by a power of two does not round.",
    source: metamorphic,
  },
  {
    id: "§9.5",
    title: "Every point twice gives the same centroids",
    why: "All weights doubled, no mean moves.",
    source: metamorphic,
  },
  {
    id: "§9.6",
    title: "Centroids in another order give the same clusters under other numbers, but for ties",
    why: "A number is a name; only a tie looks at it (§2.2).",
    source: metamorphic,
  },
  {
    id: "§9.7",
    title: "A feature that is the same everywhere changes no label",
    why: "It adds 0 to every distance.",
    source: metamorphic,
  },

  {
    id: "§10.1",
    title: "Given centroids are the start as they are",
    why: "Whoever gives a start means it.",
    source: decision,
  },
  {
    id: "§10.2",
    title: "`random` starts from K distinct points, each set of K equally likely",
    why: "The simplest start.",
    source: "E. W. Forgy, Cluster Analysis of Multivariate Data, Biometrics 21, 1965",
  },
  {
    id: "§10.3",
    title:
      "`kmeans++` starts from K distinct points, each next one of 2 + ⌊ln K⌋ candidates, or as " +
      "many as are asked for, drawn with a probability proportional to the squared distance from " +
      "the nearest point picked: the one that leaves the least sum of these, of equal ones the first",
    why:
      "With one candidate the expected inertia is within a factor of 8 (ln K + 2) of the best; " +
      "with several, fewer runs end in a local optimum.",
    source:
      "D. Arthur, S. Vassilvitskii, k-means++: The Advantages of Careful Seeding, SODA 2007; " +
      "C. Grunau and others, A Nearly Tight Analysis of Greedy k-means++, SODA 2023",
  },
  {
    id: "§10.4",
    title:
      "`maxmin` starts from a point drawn at random, then always the farthest from those chosen",
    why: "No point is more than twice as far from the start as it has to be.",
    source: "T. F. Gonzalez, Clustering to Minimize the Maximum Intercluster Distance, " +
      "Theoretical Computer Science 38, 1985",
  },
  {
    id: "§10.5",
    title: "`partition` starts from the means of a random partition, none of it empty",
    why: "All centroids begin near the middle of the data.",
    source:
      "J. M. Peña, J. A. Lozano, P. Larrañaga, An Empirical Comparison of Four Initialization " +
      "Methods for the K-Means Algorithm, Pattern Recognition Letters 20, 1999",
  },

  {
    id: "§11.1",
    title: "Of several restarts the run of lowest inertia is kept, of equal ones the first",
    why: "A start can lead to a local optimum; the first, so that the result does not depend on " +
      "how many more were tried in vain.",
    source: decision,
  },
  {
    id: "§11.2",
    title: "With given centroids, more than one run is refused",
    why: "There is only one such start: an option that is ignored would be believed.",
    source: decision,
  },

  {
    id: "§12.1",
    title: "Where no cluster falls empty, all policies give the same run",
    why: "A policy is for empty clusters.",
    source: decision,
  },
  {
    id: "§12.2",
    title: "`keep`: an empty cluster stays and can win points again",
    why: "§3.3, and the run is plain Lloyd.",
    source: decision,
  },
  {
    id: "§12.3",
    title: "`drop`: an empty cluster vanishes, the others keep their order and their identity",
    why: "Fewer clusters than asked for, but none without points.",
    source: decision,
  },
  {
    id: "§12.4",
    title: "`farthest`: empty clusters, lowest index first, are given the points farthest from " +
      "their centroids, which move to the means of the points they keep, while inertia has fallen " +
      "since the last time",
    why:
      "An outlier is where a centroid is missed most, and counts in one cluster alone; the last " +
      "point of a cluster stays. Without the condition, empty clusters could be moved in circles " +
      "for ever.",
    source: decision,
  },
  {
    id: "§12.5",
    title: "`error`: an empty cluster ends the run with an error that names cluster and iteration",
    why: "For those to whom K clusters are K clusters.",
    source: decision,
  },

  {
    id: "§13.1",
    title: "Runs of an independent implementation are met step by step",
    why: "A specification and an implementation by the same hands can share a mistake.",
    source: "A numpy implementation of these clauses; runs in fixtures/reference",
  },
  {
    id: "§13.2",
    title: "scikit-learn's result is met where no cluster falls empty",
    why: "It is what most people hold their clusters against.",
    source: "scikit-learn 1.9.1, KMeans from the same start; results in fixtures/reference",
  },
] as const satisfies readonly Clause[];

/** The number of a clause. */
export type ClauseId = typeof clauses[number]["id"];

/** What implementations that meet every clause may still do differently. */
export const unspecified = [
  "Which random numbers a seed gives, and so which start is drawn.",
  "A start and the reseeding of empty clusters where some distances vanish beside others.",
  "At which of its repetitions a cycle is ended.",
  "The wording of an error beyond the numbers and names that its clause asks for.",
  "The last digits of an inertia; any inertia beyond the range of a 64-bit float.",
  "The sign of a zero.",
  "What happens when a flat matrix is changed while a run that was given it goes on.",
] as const;

/** A clause's number and sentence. */
export function titleOf(id: ClauseId): string {
  return `${id} ${clauses.find((clause) => clause.id === id)!.title}`;
}
