-- Markdown as official documents (公文) use it: no lists, links, code or italics, only paragraphs that are
-- marked by font. A fenced div's word is the name of a paragraph style (`::: 主送机关`), or one of two
-- instructions that mzsh/typesetting/sections.py carries out: 横排 (landscape pages), 另页 (a new page). 行高12 gives
-- the rows of the table inside it at least 12 mm.

local LINE_BREAK = utf8.char(0xE00A) -- mzsh/typesetting/escaping.py
local INDENT = utf8.char(0x3000)
local INSTRUCTIONS = { ['横排'] = { 'LandscapeBegin', 'LandscapeEnd' }, ['另页'] = { 'NewPage' } }

local function marker(style)
  return pandoc.RawBlock('openxml', '<w:p><w:pPr><w:pStyle w:val="' .. style .. '"/></w:pPr></w:p>')
end

-- Text that a user indented by four blanks is a paragraph, not code.
local function indented_text(block)
  return read_sandboxed(block.text).blocks -- batch.lua's
end

local function line_breaks(str)
  if not str.text:find(LINE_BREAK, 1, true) then
    return nil
  end
  local parts = pandoc.Inlines {}
  for line in (str.text .. LINE_BREAK):gmatch('(.-)' .. LINE_BREAK) do
    if line ~= '' then
      parts:insert(pandoc.Str(line))
    end
    parts:insert(pandoc.LineBreak())
  end
  parts:remove()
  return parts
end

local function is_ascii(text, first)
  local byte = first and text:byte(1) or text:byte(-1)
  return byte == nil or byte < 0x80
end

-- The end of a source line is a blank only between two Latin words.
local function soft_breaks(inlines)
  for i = #inlines, 1, -1 do
    if inlines[i].t == 'SoftBreak' then
      local before = i > 1 and pandoc.utils.stringify(inlines[i - 1]) or ''
      local after = i < #inlines and pandoc.utils.stringify(inlines[i + 1]) or ''
      if is_ascii(before, false) and is_ascii(after, true) then
        inlines[i] = pandoc.Space()
      else
        inlines:remove(i)
      end
    end
  end
  return inlines
end

-- Typed full-width blanks would add to the style's own indent.
local function without_indent(paragraph)
  local first = paragraph.content[1]
  if first and first.t == 'Str' and first.text:sub(1, #INDENT) == INDENT then
    while first.text:sub(1, #INDENT) == INDENT do
      first.text = first.text:sub(#INDENT + 1)
    end
    paragraph.content[1] = first
  end
  return paragraph
end

local function typed_list(items, number)
  local blocks = pandoc.Blocks {}
  for i, item in ipairs(items) do
    for j, block in ipairs(item) do
      if block.t == 'Plain' then
        block = pandoc.Para(block.content)
      end
      if j == 1 and number and block.t == 'Para' then
        block.content:insert(1, pandoc.Str((number + i - 1) .. '.'))
      end
      blocks:insert(block)
    end
  end
  return blocks
end

local function styled(div)
  local name = div.classes[1]
  local height = name and name:match('^行高(%d+)$')
  if height then
    local blocks = pandoc.Blocks { marker('RowHeight' .. height) }
    blocks:extend(div.content)
    return blocks
  end
  local instruction = INSTRUCTIONS[name]
  if instruction then
    local blocks = pandoc.Blocks { marker(instruction[1]) }
    blocks:extend(div.content)
    if instruction[2] then
      blocks:insert(marker(instruction[2]))
    end
    return blocks
  end
  if name and not div.attributes['custom-style'] then
    div.attributes['custom-style'] = name
  end
  return div
end

local function emphasis(inline)
  return pandoc.Span(inline.content, pandoc.Attr('', {}, { ['custom-style'] = '楷体强调' }))
end

return {
  { CodeBlock = indented_text },
  {
    Str = line_breaks,
    Strong = emphasis,
    Emph = emphasis,
    Image = function(image) return image.caption end,
    Link = function(link) return link.content end,
    Code = function(code) return pandoc.Str(code.text) end,
    Inlines = soft_breaks,
    Para = without_indent,
    OrderedList = function(list) return typed_list(list.content, list.start) end,
    BulletList = function(list) return typed_list(list.content, nil) end,
    Header = function(header)
      return header.level > 5 and pandoc.Para(header.content) or nil -- 公文 has five levels
    end,
    BlockQuote = function(quote) return quote.content end,
    HorizontalRule = function() return {} end,
    Div = styled,
  },
}
