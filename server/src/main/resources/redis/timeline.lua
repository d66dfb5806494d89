-- Shared by the scripts of timelines. RedisTimelineStore describes the format of a timeline.

-- Entries beyond the maximum, so that the lowest are dropped once for many pushes.
local SLACK = 16

-- Whether an id is lower than another. Lua's own comparison of texts depends on the server's locale.
local function below(id, other)
  local high, low = struct.unpack('>I4I4', id)
  local other_high, other_low = struct.unpack('>I4I4', other)
  return high < other_high or (high == other_high and low < other_low)
end

-- When the id was created: milliseconds since the epoch of ids.
local function time(id)
  local high, low = struct.unpack('>I4I4', id)
  return high * 1024 + math.floor(low / 4194304)
end

-- The state and the floor of a timeline, nil if there is none.
local function head(key)
  return redis.call('ZRANGE', key, 0, 0)[1]
end

local function floor(head)
  return string.sub(head, 2)
end

-- Replaces the head. The new one is added first, because a sorted set without members is removed.
local function replace(key, head, other)
  if head ~= other then
    redis.call('ZADD', key, -1, other)
    redis.call('ZREM', key, head)
  end
  return other
end

-- The number of members lower than the id, including the head: the rank that the id has or would have.
local function rank(key, id)
  local made = time(id)
  local lower = redis.call('ZCOUNT', key, '-inf', '(' .. made)
  local ties = redis.call('ZRANGE', key, made, made, 'BYSCORE')
  local from, to = 0, #ties
  while from < to do
    local middle = math.floor((from + to) / 2)
    if below(ties[middle + 1], id) then from = middle + 1 else to = middle end
  end
  return lower + from
end

-- Drops the lowest entries if there are too many; returns the current head.
local function trim(key, head, maximum, slack)
  local entries = redis.call('ZCARD', key) - 1
  if entries <= maximum + slack then return head end
  redis.call('ZREMRANGEBYRANK', key, 1, entries - maximum)
  return replace(key, head, string.sub(head, 1, 1) .. redis.call('ZRANGE', key, 1, 1)[1])
end

-- Adds an id, unless it is below the floor; returns the current head.
local function add(key, head, id, maximum)
  if below(id, floor(head)) or redis.call('ZADD', key, time(id), id) == 0 then return head end
  return trim(key, head, maximum, SLACK)
end
