# Repeats the contract's operations: awk -v copies=56 -f many.awk openapi.yaml. The paths of copy k begin
# with /api/k/, and its operationIds end with _k.
/^[^ ]/ { inside = /^paths:/ }
inside { lines[++n] = $0 }
/^components:/ {
  for (k = 1; k < copies; k++)
    for (i = 2; i <= n; i++) {
      line = lines[i]
      sub(/^  \/api\//, "  /api/" k "/", line)
      if (line ~ /operationId: [a-z_]+$/) line = line "_" k
      print line
    }
}
{ print }
