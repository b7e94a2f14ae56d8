using System.Globalization;
using FlowEngine.Moving.Importing;
using Spectre.Console;

namespace FlowEngine.Cli;

/// <summary>How far conversations are: a bar on a terminal, elsewhere a line every tenth.</summary>
internal sealed class ProgressBar(IAnsiConsole console, TimeProvider time)
{
    private const int Width = 30;

    private readonly long _start = time.GetTimestamp();

    /// <summary>On standard error: the output is what the command gives.</summary>
    public static ProgressBar OnErrors(TimeProvider time) =>
        new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), time);

    /// <param name="work">Says how far it is.</param>
    public Task<T> ShowAsync<T>(Func<Action<ImportProgress>, Task<T>> work) => console.Profile switch
    {
        { Out.IsTerminal: true, Capabilities.Ansi: true } => BarAsync(work),
        _ => work(Lines()),
    };

    private Task<T> BarAsync<T>(Func<Action<ImportProgress>, Task<T>> work) => console.Progress()
        .Columns(new ProgressBarColumn { Width = Width }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(context =>
        {
            var bar = context.AddTask("begins");
            return work(progress =>
            {
                bar.MaxValue = Math.Max(1, progress.Total);
                bar.Value = progress.Done;
                bar.Description = Markup.Escape(Text(progress));
            });
        });

    private Action<ImportProgress> Lines()
    {
        var shown = 0L;
        return progress =>
        {
            var tenth = progress.Done * 10 / Math.Max(1, progress.Total);
            if (tenth > shown)
            {
                shown = tenth;
                console.Profile.Out.Writer.WriteLine(Text(progress));
            }
        };
    }

    private string Text(ImportProgress progress)
    {
        var seconds = Math.Max(0.001, time.GetElapsedTime(_start).TotalSeconds);
        return string.Create(
            CultureInfo.InvariantCulture, $"{progress.Done:N0} of {progress.Total:N0} conversations, {progress.Done / seconds:N0} a second");
    }
}
