# Prints the figures of run.sh as tables: medians, with minimum and maximum in parentheses.
$1 == "subject" { name[n++] = $3; if (!($3 in first)) first[$3] = $2 }
$1 == "start" { add("start", $2, $3); add("spent", $2, $4) }
$1 == "window" {
  if (!shortest || $4 < shortest) shortest = $4
  add($3 " cpu", $2, $5); add($3 " rate", $2, $6); add($3 " p99", $2, $7); size[$3, $2] = $8
}
$1 == "memory" { rss[$2] = $3; peak[$2] = $4 }

END {
  printf "The window with the least work contains %d clock ticks: one tick is %.1f %% of it.\n", shortest, 100 / shortest
  answers("GET")
  answers("POST")
  print "\n| | first 200, s | × Prism | × WireMock | its CPU, s | RSS after load, MiB | peak, MiB |\n|---|---|---|---|---|---|---|"
  for (i = 0; i < n; i++)
    printf "| %s | %s | %s | %s | %.2f | %.0f | %.0f |\n", name[i], spread("start", i, "%.2f"), ratio("start", i, "prism"),
      ratio("start", i, "wiremock"), median("spent", i), rss[i] / 1024, peak[i] / 1024
}

function answers(method) {
  print "\n| " method " | CPU µs a request | × Prism | × WireMock | × Jetty | requests/s | p99, ms | bytes |"
  print "|---|---|---|---|---|---|---|---|"
  for (i = 0; i < n; i++)
    printf "| %s | %s | %s | %s | %s | %.0f | %.2f | %d |\n", name[i], spread(method " cpu", i, "%.1f"),
      ratio(method " cpu", i, "prism"), ratio(method " cpu", i, "wiremock"), ratio(method " cpu", i, "jetty"),
      median(method " rate", i), median(method " p99", i), size[method, i]
}

function add(kind, i, value,    k) { # keeps them sorted
  for (k = count[kind, i]++; k > 0 && values[kind, i, k - 1] > value + 0; k--) values[kind, i, k] = values[kind, i, k - 1]
  values[kind, i, k] = value + 0
}

function median(kind, i,    c) {
  c = count[kind, i]
  return (values[kind, i, int((c - 1) / 2)] + values[kind, i, int(c / 2)]) / 2
}

function spread(kind, i, format) {
  return sprintf(format " (" format "–" format ")", median(kind, i), values[kind, i, 0], values[kind, i, count[kind, i] - 1])
}

function ratio(kind, i, other) {
  return other in first ? sprintf("%.2f", median(kind, i) / median(kind, first[other])) : "–"
}
