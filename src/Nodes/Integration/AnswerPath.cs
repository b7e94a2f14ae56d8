using FlowEngine.Conversations;
using FlowEngine.Text.Personal;

namespace FlowEngine.Nodes.Integration;

/// <summary>Where in an answer a value stands: <c>order.items.0.id</c>, <c>$.order.id</c>, the JSON pointer <c>/order/id</c>, or <c>$</c> for all of it.</summary>
internal static class AnswerPath
{
    public const string Whole = "$";

    /// <summary>Null where nothing stands there.</summary>
    public static Value Read(Value answer, string path) => Segments(path).Aggregate(answer, (value, segment) => value[segment]);

    /// <summary>The name of what stands there, as <see cref="PersonalNames"/> reads it; empty for the whole answer.</summary>
    public static string NameOf(string path) => Segments(path).Where(segment => !segment.All(char.IsAsciiDigit)).ToList() switch
    {
        [] => "",
        [var only] => only,
        [.., var holder, var last] => PersonalNames.Within(holder, last),
    };

    private static IEnumerable<string> Segments(string path)
    {
        if (path.StartsWith('/'))
        {
            return path[1..].Split('/').Select(segment =>
                segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        }

        var plain = path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
        return plain is "" or Whole ? [] : plain.Split('.');
    }
}
