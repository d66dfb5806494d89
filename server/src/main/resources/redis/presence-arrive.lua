-- KEYS presence; ARGV node
redis.call('HSET', KEYS[1], ARGV[1], '')
redis.call('HDEL', KEYS[1], '@')
redis.call('PERSIST', KEYS[1])
return redis.call('HLEN', KEYS[1]) == 1 and '1' or ''
