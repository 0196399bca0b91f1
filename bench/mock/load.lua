-- Repeats one request and prints one line at the end: requests, seconds, bytes, failures, p99 in milliseconds.
-- wrk … -s load.lua URL -- METHOD KEY [FILE]; FILE contains the body.

function init(args)
  wrk.method = args[1]
  wrk.headers["Authorization"] = "Bearer " .. args[2]
  wrk.headers["Accept"] = "application/json"
  if args[3] then
    local file = assert(io.open(args[3], "rb"))
    wrk.body = file:read("*a")
    file:close()
    wrk.headers["Content-Type"] = "application/json"
  end
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("%d %.3f %d %d %.3f", summary.requests, summary.duration / 1e6, summary.bytes,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(99) / 1e3))
end
