-- KEYS presence; ARGV node
redis.call('HSET', KEYS[1], ARGV[1], '')
redis.call('HDEL', KEYS[1], '@')
redis.call('PERSIST', KEYS[1])
