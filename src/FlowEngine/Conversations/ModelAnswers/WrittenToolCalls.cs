using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>Reads tool calls that a model wrote as text, in the forms in which models are taught to write them.</summary>
internal static partial class WrittenToolCalls
{
    private const int MaxValues = 64;
    private const int MaxDepth = 4;

    private static readonly string[] s_names = ["name", "tool", "tool_name", "function", "function_name"];
    private static readonly string[] s_arguments = ["arguments", "parameters", "args", "input", "tool_input", "params"];

    /// <param name="tools">Names of the tools that were offered.</param>
    /// <param name="namedOnly">The text may be anything: only a call of one of the tools counts.</param>
    public static IReadOnlyList<FunctionCallContent> Read(string text, IReadOnlySet<string> tools, bool namedOnly)
    {
        var calls = new List<FunctionCallContent>();
        var arguments = default((int At, JsonElement Json)?);
        foreach (var (at, json) in Values(text))
        {
            AddCalls(json, tools, namedOnly, calls, 0);
            arguments ??= json.ValueKind == JsonValueKind.Object ? (at, json) : null;
        }

        if (calls.Count > 0 || namedOnly)
        {
            return calls;
        }

        if (arguments is var (start, found) && LastNamed(text[..start], tools) is { } name)
        {
            return [Call(name, found)];
        }

        return LastNamed(text, tools) is { } marked ? [Call(marked, Marked(text))] : [];
    }

    /// <summary>JSON objects and lists in the text, outermost ones only.</summary>
    private static IEnumerable<(int At, JsonElement Json)> Values(string text)
    {
        var from = 0;
        for (var i = 0; i < MaxValues && text.AsSpan(from).IndexOfAny('{', '[') is var next and >= 0; i++)
        {
            var at = from + next;
            from = at + 1;
            if (TryParse(text.AsSpan(at), out var json, out var length))
            {
                from = at + length;
                yield return (at, json);
            }
        }
    }

    private static bool TryParse(ReadOnlySpan<char> text, out JsonElement json, out int length)
    {
        var bytes = JsonInput.WellFormed(Encoding.UTF8.GetBytes(text.ToString())).Span;
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            json = document.RootElement.Clone();
            length = Encoding.UTF8.GetCharCount(bytes[..(int)reader.BytesConsumed]);
            return true;
        }
        catch (JsonException)
        {
            (json, length) = (default, 0);
            return false;
        }
    }

    private static void AddCalls(JsonElement json, IReadOnlySet<string> tools, bool namedOnly, List<FunctionCallContent> calls, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in json.EnumerateArray())
            {
                AddCalls(element, tools, namedOnly, calls, depth + 1);
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            AddCall(json, tools, namedOnly, calls, depth);
        }
    }

    private static void AddCall(JsonElement json, IReadOnlySet<string> tools, bool namedOnly, List<FunctionCallContent> calls, int depth)
    {
        if (Member(json, ["tool_calls", "function_call", "tool_call"]) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } nested)
        {
            AddCalls(nested, tools, namedOnly, calls, depth + 1);
            return;
        }

        var function = Member(json, ["function"]) is { ValueKind: JsonValueKind.Object } inner ? inner : json;
        if (Member(function, s_names) is { ValueKind: JsonValueKind.String } named && Known(named, tools, namedOnly) is { } name)
        {
            calls.Add(Call(name, Member(function, s_arguments)));
        }
    }

    private static string? Known(JsonElement named, IReadOnlySet<string> tools, bool namedOnly)
    {
        var name = named.GetString()!.Trim();
        var bare = name.StartsWith("functions.", StringComparison.Ordinal) ? name["functions.".Length..] : name;
        return tools.Contains(bare) ? bare : namedOnly ? null : name;
    }

    private static JsonElement? Member(JsonElement json, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var member))
            {
                return member;
            }
        }

        return null;
    }

    private static FunctionCallContent Call(string name, JsonElement? arguments)
    {
        var read = new Dictionary<string, object?>(StringComparer.Ordinal);
        var members = arguments is { ValueKind: JsonValueKind.String } written && TryParse(written.GetString()!.AsSpan().Trim(), out var parsed, out _)
            ? parsed
            : arguments;
        if (members is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var member in given.EnumerateObject())
            {
                read[member.Name] = member.Value.Clone();
            }
        }

        return new("written", name, read);
    }

    private static FunctionCallContent Call(string name, Dictionary<string, object?> arguments) => new("written", name, arguments);

    /// <summary>The tool that is named last: before its arguments.</summary>
    private static string? LastNamed(string text, IReadOnlySet<string> tools)
    {
        var last = -1;
        string? name = null;
        foreach (var tool in tools)
        {
            var at = text.LastIndexOf(tool, StringComparison.Ordinal);
            if (at > last && IsWhole(text, at, tool.Length))
            {
                (last, name) = (at, tool);
            }
        }

        return name;
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !IsOfName(text[at - 1])) && (at + length == text.Length || !IsOfName(text[at + length]));

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    /// <summary>Arguments that are marked one by one.</summary>
    private static Dictionary<string, object?> Marked(string text)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (Match match in MarkedArgument().Matches(text))
        {
            var value = match.Groups["value"].Value.Trim();
            arguments[match.Groups["name"].Value.Trim()] = ParseScalar(value) is { } scalar ? scalar : value;
        }

        return arguments;
    }

    private static JsonElement? ParseScalar(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """<(antml:)?parameter(=|\s+name=")(?<name>[A-Za-z0-9_\-]{1,64})"?\s*>(?<value>[^<]*)</|<arg_key>(?<name>[^<]{1,64})</arg_key>\s*<arg_value>(?<value>[^<]*)</arg_value>""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkedArgument();
}
