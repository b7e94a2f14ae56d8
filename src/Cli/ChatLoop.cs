using FlowEngine.Conversations;

namespace FlowEngine.Cli;

/// <summary>Reads lines until they end and answers each; a line that begins with / is for the program.</summary>
internal sealed class ChatLoop(TerminalChat chat, TextReader input, TextWriter output, bool prompts)
{
    private const string Commands = "/trace, /vars, /restart, /quit";

    private TurnOutcome? _last;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken) is { } line)
        {
            if (line.Trim() is "/quit")
            {
                return;
            }

            if (!UnicodeText.IsBlank(line))
            {
                await WriteAsync(line.StartsWith('/') ? Command(line.Trim()) : await SayAsync(line, cancellationToken));
            }
        }
    }

    private async Task<IEnumerable<string>> SayAsync(string line, CancellationToken cancellationToken)
    {
        _last = await chat.SayAsync(line, cancellationToken);
        return TurnText.Lines(_last);
    }

    private IEnumerable<string> Command(string line)
    {
        switch (line)
        {
            case "/trace":
                return TurnText.Trace(_last);
            case "/vars":
                return TurnText.Variables(chat.State);
            case "/restart":
                chat.Restart();
                _last = null;
                return ["[a new conversation]"];
            default:
                return [$"[{line} is not known; there are {Commands}]"];
        }
    }

    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (prompts)
        {
            await output.WriteAsync("> ");
        }

        return await input.ReadLineAsync(cancellationToken);
    }

    private async Task WriteAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await output.WriteLineAsync(line);
        }
    }
}
