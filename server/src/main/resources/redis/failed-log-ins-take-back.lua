-- KEYS failures
local value = redis.call('GET', KEYS[1])
if value then
  local count, last = value:match('^(%d+) (%d+)$')
  if count == '1' then
    redis.call('DEL', KEYS[1])
  else
    redis.call('SET', KEYS[1], string.format('%.0f %s', count - 1, last), 'KEEPTTL')
  end
end
return false
