-- KEYS presence; returns when the user left, in milliseconds, or 'live', or nothing
if redis.call('EXISTS', KEYS[1]) == 1 then
  return redis.call('HGET', KEYS[1], '@') or 'live'
end
return false
