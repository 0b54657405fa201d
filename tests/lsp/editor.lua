-- Drives the server from Neovim (0.7 or newer) without a screen, on the draft that is given, and writes what the person who
-- writes would see to the file "seen.json" beside it: nothing here speaks the protocol but the editor itself.

local server, draft = vim.env.SARALAU_SERVER, vim.env.SARALAU_DRAFT
local seen = {}

local function waited(what, condition)
  if not vim.wait(20000, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local function findings()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    -- The words as the editor cuts them out of its own buffer: a position counted wrongly cuts others.
    local words = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    table.insert(found, { code = one.code, line = one.lnum + 1, words = words[1], said = one.message })
  end
  return found
end

local function has(code, words)
  for _, one in ipairs(findings()) do
    if one.code == code and one.words == words then
      return true
    end
  end
  return false
end

local function put_cursor(words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. words, "cW") > 0, words)
end

local function type_in(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "xt", false)
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return window
    end
  end
end

local function hovered(words)
  put_cursor(words)
  vim.lsp.buf.hover()
  waited("a hover over " .. words, float)
  local window = float()
  local said = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return said
end

local function line()
  return vim.api.nvim_get_current_line()
end

local function run()
  vim.cmd("edit " .. vim.fn.fnameescape(draft))
  local client = (vim.lsp.start or vim.lsp.start_client)({
    name = "saralau",
    cmd = vim.split(server, "\t"),
    root_dir = vim.fn.fnamemodify(draft, ":h"),
    init_options = { language = "en" },
    on_exit = function(code, signal)
      seen.exit = { code, signal }
    end,
  })
  vim.lsp.buf_attach_client(0, client) -- since 0.8 attached already: no harm
  waited("the first findings", function()
    return #vim.diagnostic.get(0) > 0
  end)
  seen.opened = findings()

  -- Typing: letters that take two bytes and one UTF-16 unit, one that takes four bytes and two units, then a fault.
  put_cursor(vim.env.SARALAU_TYPE_AFTER)
  type_in("A ңө🖧;;<Esc>")
  waited("a finding in what is typed", function()
    return has("T002", ";;")
  end)
  seen.typed = findings()

  seen.hover = hovered(vim.env.SARALAU_REFERENCE)
  seen.hover_dead = hovered(vim.env.SARALAU_DEAD)

  put_cursor(vim.env.SARALAU_REFERENCE)
  local from = vim.fn.line(".")
  vim.lsp.buf.definition()
  waited("the jump", function()
    return vim.fn.line(".") ~= from
  end)
  seen.definition = line()

  vim.lsp.buf.document_symbol()
  -- Older ones put it into the list of the editor, newer ones into that of the window.
  local function listed()
    local list = vim.fn.getqflist()
    return #list > 0 and list or vim.fn.getloclist(0)
  end
  waited("the outline", function()
    return #listed() > 0
  end)
  seen.outline = vim.tbl_map(function(one)
    return one.text
  end, listed())
  vim.cmd("cclose | lclose")

  -- From the beginning of the line: the fault stands at its end. The first of what is offered is taken.
  put_cursor(vim.env.SARALAU_TYPE_AFTER)
  vim.fn.cursor(vim.fn.line("."), 1)
  vim.ui.select = function(offered, _, choose)
    seen.offered = vim.tbl_map(function(one)
      local action = one.action or one[2]
      return action.title
    end, offered)
    choose(offered[1], 1)
  end
  vim.lsp.buf.code_action()
  waited("the mend", function()
    return line():sub(-1) == ";" and line():sub(-2) ~= ";;"
  end)
  seen.mended = line()

  put_cursor(vim.env.SARALAU_NUMBER)
  vim.lsp.buf.rename(vim.env.SARALAU_NEW)
  waited("the new number", function()
    return vim.startswith(line(), vim.env.SARALAU_NEW)
  end)
  seen.renamed = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  vim.lsp.stop_client(client)
  waited("the end of the server", function()
    return seen.exit ~= nil
  end)
end

local fine, flaw = xpcall(run, debug.traceback)
if not fine then
  seen.flaw = flaw
end
seen.messages = vim.api.nvim_exec("messages", true)
local file = io.open(vim.fn.fnamemodify(draft, ":h") .. "/seen.json", "w")
file:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen))
file:close()
vim.cmd("qall!")
