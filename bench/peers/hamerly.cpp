// The algorithm alone, in C++ on one thread, by G. Hamerly, "Making k-means Even Faster", SDM 2010;
// prints milliseconds an iteration. Sums are kept up to date by what changes, which is faster than
// to sum anew, and not the same to the bit.
//
// usage: hamerly POINTS CENTROIDS M N K
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

static std::vector<double> read(const char* path, size_t count) {
  std::vector<double> values(count);
  FILE* file = std::fopen(path, "rb");
  if (!file || std::fread(values.data(), sizeof(double), count, file) != count) std::exit(1);
  std::fclose(file);
  return values;
}

int main(int, char** argv) {
  const size_t m = std::atol(argv[3]), n = std::atol(argv[4]), k = std::atol(argv[5]);
  const std::vector<double> p = read(argv[1], m * n);
  std::vector<double> c = read(argv[2], k * n);
  const auto begun = std::chrono::steady_clock::now();

  const auto distance = [n](const double* a, const double* b) {
    double sum = 0;
    for (size_t j = 0; j < n; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
    return std::sqrt(sum);
  };
  std::vector<double> upper(m, INFINITY), lower(m, 0), sums(k * n, 0), half(k), way(k);
  std::vector<size_t> counts(k, 0), labels(m, k);
  int iterations = 0;
  for (bool moved = true; moved; iterations++) {
    for (size_t a = 0; a < k; a++) {
      half[a] = INFINITY;
      for (size_t b = 0; b < k; b++)
        if (a != b) half[a] = std::fmin(half[a], distance(&c[a * n], &c[b * n]) / 2);
    }
    for (size_t i = 0; i < m; i++) {
      const size_t own = labels[i];
      const double bound = own < k ? std::fmax(half[own], lower[i]) : -1;
      if (upper[i] <= bound) continue;
      if (own < k) {
        upper[i] = distance(&p[i * n], &c[own * n]);
        if (upper[i] <= bound) continue;
      }
      double least = INFINITY, second = INFINITY;
      size_t nearest = 0;
      for (size_t z = 0; z < k; z++) {
        const double d = distance(&p[i * n], &c[z * n]);
        if (d < least) second = least, least = d, nearest = z;
        else if (d < second) second = d;
      }
      upper[i] = least;
      lower[i] = second;
      if (nearest == own) continue;
      for (size_t j = 0; j < n; j++) {
        if (own < k) sums[own * n + j] -= p[i * n + j];
        sums[nearest * n + j] += p[i * n + j];
      }
      if (own < k) counts[own]--;
      counts[nearest]++;
      labels[i] = nearest;
    }
    moved = false;
    double farthest = 0;
    std::vector<double> before = c;
    for (size_t z = 0; z < k; z++) {
      for (size_t j = 0; j < n && counts[z]; j++) c[z * n + j] = sums[z * n + j] / counts[z];
      way[z] = distance(&c[z * n], &before[z * n]);
      farthest = std::fmax(farthest, way[z]);
    }
    // Sums that are kept up to date never come to rest to the last bit.
    moved = farthest > 1e-12;
    for (size_t i = 0; i < m; i++) {
      upper[i] += way[labels[i]];
      lower[i] -= farthest;
    }
  }
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begun;
  std::printf("%g\n", time.count() / iterations);
}
