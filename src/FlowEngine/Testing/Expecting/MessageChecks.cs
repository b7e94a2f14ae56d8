using System.Text.Json;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;
using FlowEngine.Text;

namespace FlowEngine.Testing.Expecting;

/// <summary>What was said.</summary>
internal static class MessageChecks
{
    public static void Check(TurnExpectation expected, PlayedTurn actual, Expectations failed)
    {
        var (text, last) = (actual.Text, actual.Messages.Count > 0 ? actual.Messages[^1] : null);
        Texts("", expected.Text, expected.Contains, expected.NotContains, expected.Matches, text, failed);
        Shape("", expected.Kind, expected.QuickReplies, last, failed);
        if (expected.MessageCount is { } count && count != actual.Messages.Count)
        {
            failed.Fail("message_count", "number of messages", Number(count), $"{Number(actual.Messages.Count)}: {text}");
        }

        OneByOne(expected.Messages, actual.Messages, failed);
    }

    private static void OneByOne(IReadOnlyList<MessageExpectation>? expected, IReadOnlyList<Message> actual, Expectations failed)
    {
        if (expected is null)
        {
            return;
        }

        if (expected.Count != actual.Count)
        {
            failed.Fail("messages", "number of messages", Number(expected.Count), $"{Number(actual.Count)}: {string.Join('\n', actual.Select(message => message.Content))}");
        }

        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            var (one, message, place) = (expected[i], actual[i], $"messages/{i}/");
            Texts(place, one.Text, one.Contains, one.NotContains, one.Matches, message.Content, failed);
            Shape(place, one.Kind, one.QuickReplies, message, failed);
        }
    }

    private static void Texts(
        string place, string? equal, TextList? has, TextList? hasNot, Regex? matches, string text, Expectations failed)
    {
        if (equal is not null)
        {
            failed.Equal($"{place}text", "text", equal, text);
        }

        foreach (var part in (has?.Texts ?? []).Where(part => !text.Contains(part, StringComparison.Ordinal)))
        {
            failed.Fail($"{place}contains", "text", $"contains: {part}", text);
        }

        foreach (var part in (hasNot?.Texts ?? []).Where(part => text.Contains(part, StringComparison.Ordinal)))
        {
            failed.Fail($"{place}not_contains", "text", $"does not contain: {part}", text);
        }

        if (matches is not null && !SafePattern.IsMatch(matches, text))
        {
            failed.Fail($"{place}matches", "text", $"matches: {matches}", text);
        }
    }

    private static void Shape(string place, MessageKind? kind, TextList? replies, Message? message, Expectations failed)
    {
        if (kind is { } expected && message?.Kind != expected)
        {
            failed.Fail($"{place}kind", "kind", Name(expected), message is null ? "no message" : Name(message.Kind));
        }

        if (replies is not null)
        {
            failed.Same($"{place}quick_replies", "quick replies", replies.Texts, message?.QuickReplies ?? []);
        }
    }

    private static string Name(MessageKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
