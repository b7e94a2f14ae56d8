using System.Text;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Moving.Importing;
using FlowEngine.Support;
using Spectre.Console;
using ProgressBar = FlowEngine.Cli.ProgressBar;

namespace FlowEngine.Api.Tests.Cli;

public sealed class ProgressBarTests
{
    [Fact]
    public async Task Show_InAFile_WritesALineEveryTenth()
    {
        var written = await ShowAsync(isTerminal: false, AnsiSupport.Detect);

        var lines = written.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^[\d,]+ of 1,200 conversations, [\d,]+ a second$", line));
        Assert.StartsWith("120 of 1,200", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,200 of 1,200", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_OnATerminalWithoutEscapes_WritesLines() =>
        Assert.DoesNotContain('\u001b', await ShowAsync(isTerminal: true, AnsiSupport.No));

    [Fact]
    public async Task Show_OnATerminal_DrawsABarOverItself()
    {
        var written = await ShowAsync(isTerminal: true, AnsiSupport.Yes);

        Assert.Contains('\u001b', written);
        Assert.Matches(@"100% .*1,200 of 1,200 conversations, [\d,]+ a second", written);
    }

    [Fact]
    public async Task Show_WorkFails_ItsExceptionComesThrough()
    {
        var bar = new ProgressBar(Over(new Screen(true, new StringWriter()), AnsiSupport.Yes), TimeProvider.System);

        await Assert.ThrowsAsync<InvalidDataException>(() => bar.ShowAsync<int>(_ => throw new InvalidDataException()));
    }

    private static async Task<string> ShowAsync(bool isTerminal, AnsiSupport ansi)
    {
        var writer = new StringWriter();
        var result = await new ProgressBar(Over(new Screen(isTerminal, writer), ansi), new MovedClock()).ShowAsync(show =>
        {
            for (var done = 1; done <= 1200; done++)
            {
                show(new ImportProgress(done, 1200));
            }

            return Task.FromResult("done");
        });
        Assert.Equal("done", result);
        return writer.ToString();
    }

    private static IAnsiConsole Over(Screen screen, AnsiSupport ansi) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Ansi = ansi, Interactive = InteractionSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = screen });

    private sealed class Screen(bool isTerminal, TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => 120;

        public int Height => 40;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
