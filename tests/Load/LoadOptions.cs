using System.Globalization;

namespace FlowEngine.Load;

/// <param name="People">Conversations at a time; with it, people talk instead of connections racing.</param>
/// <param name="Seconds">Of one round of one endpoint; with people, of the whole run.</param>
/// <param name="Output">The Markdown file; null: only the console.</param>
internal sealed record LoadOptions(int? People, int Seconds, int Connections, int Rounds, int Conversations, string? Output)
{
    public static LoadOptions Parse(string[] args)
    {
        int? people = Text(args, "--people") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null;
        return new(
            people,
            Number(args, "--seconds", people is null ? 5 : 300),
            Number(args, "--connections", 32),
            Number(args, "--rounds", 5),
            Number(args, "--conversations", 10_000),
            Text(args, "--output"));
    }

    private static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
