using System.Globalization;
using FlowEngine.Moving.Importing;

namespace FlowEngine.Cli;

/// <summary>How far conversations are: a bar that is drawn over itself on a terminal, elsewhere a line every tenth.</summary>
internal sealed class ProgressBar(TextWriter writer, TimeProvider time, bool isTerminal)
{
    private const int Width = 30;

    private readonly long _start = time.GetTimestamp();
    private long _shown;

    public void Show(ImportProgress progress)
    {
        var total = Math.Max(1, progress.Total);
        var tenth = progress.Done * 10 / total;
        if (isTerminal)
        {
            var filled = (int)Math.Min(Width, progress.Done * Width / total);
            writer.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {Text(progress)} ");
        }
        else if (tenth > _shown)
        {
            _shown = tenth;
            writer.WriteLine(Text(progress));
        }
    }

    public void End()
    {
        if (isTerminal)
        {
            writer.WriteLine();
        }
    }

    private string Text(ImportProgress progress)
    {
        var seconds = Math.Max(0.001, time.GetElapsedTime(_start).TotalSeconds);
        return string.Create(
            CultureInfo.InvariantCulture, $"{progress.Done:N0} of {progress.Total:N0} conversations, {progress.Done / seconds:N0} a second");
    }
}
