using System.Text.Json;

namespace FlowEngine.Nodes.Common.Answers;

public enum AnswerType
{
    Text,
    Number,
    Integer,
    Email,
    Phone,
    Url,

    /// <summary>Stored as <c>2026-12-24</c>.</summary>
    Date,

    /// <summary>Stored as <c>14:30</c>.</summary>
    Time,
    Choice,
    MultiChoice,
    YesNo,
}

internal static class AnswerTypes
{
    public static string NameOf(AnswerType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());
}
