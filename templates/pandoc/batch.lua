-- Many documents in one process: each N.md becomes N.docx, in order, complete from the moment it has its name. Every
-- text is read in pandoc's sandbox (no files, no network) whatever it holds; official.lua then makes it a paper.

-- A table of its own for each text: pandoc takes apart what it is given.
local function options()
  return pandoc.ReaderOptions { columns = 1 } -- tables take their widths from their dashes, however short the rows
end

local function contents(name)
  local file = assert(io.open(name, 'rb'))
  local text = file:read('a')
  file:close()
  return text
end

local function write(name, content)
  local file = assert(io.open(name .. '.part', 'wb'))
  file:write(content)
  file:close()
  assert(os.rename(name .. '.part', name))
end

function Pandoc(main)
  local reader = pandoc.utils.stringify(main.meta.reader)
  read_sandboxed = function(text) -- official.lua uses it too
    return pandoc.read(text, reader, options(), {})
  end
  for number = 1, tonumber(pandoc.utils.stringify(main.meta.count)) do
    local document = read_sandboxed(contents(number .. '.md'))
    document = pandoc.utils.run_lua_filter(document, 'official.lua')
    write(number .. '.docx', pandoc.write(document, 'docx', { reference_doc = 'reference.docx' }))
  end
  return pandoc.Pandoc {}
end
