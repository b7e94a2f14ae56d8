using System.Buffers;
using System.Runtime.CompilerServices;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>All marks that an answer may hold and that no user should see.</summary>
internal sealed class AnswerMarkers
{
    private static readonly ConditionalWeakTable<ThinkingTags, AnswerMarkers> s_known = [];

    private static readonly AnswerMarker[] s_others =
    [
        AnswerMarker.Tag(MarkerKind.ToolCall, "tool_call"),
        AnswerMarker.Tag(MarkerKind.ToolCall, "tool_calls"),
        AnswerMarker.Tag(MarkerKind.ToolCall, "tool_use"),
        AnswerMarker.Tag(MarkerKind.ToolCall, "tool_code"),
        AnswerMarker.Tag(MarkerKind.ToolCall, "function_call"),
        AnswerMarker.Tag(MarkerKind.ToolCall, "function_calls"),
        AnswerMarker.Tag(MarkerKind.ToolCall, "antml:function_calls"),
        AnswerMarker.Tag(MarkerKind.ToolCall, "minimax:tool_call"),
        AnswerMarker.Tag(MarkerKind.ToolCall, "invoke"),
        AnswerMarker.Tag(MarkerKind.Withheld, "tool_response"),
        AnswerMarker.Tag(MarkerKind.Withheld, "function_results"),
        new(MarkerKind.ToolCall, "<function=", "</function>"),
        new(MarkerKind.ToolCall, "<functions=", "</functions>"),
        new(MarkerKind.ToolCall, "[TOOL_CALLS]", null),
        new(MarkerKind.ToolCall, "[TOOL_REQUEST]", "[END_TOOL_REQUEST]"),
        new(MarkerKind.ToolCall, "<|python_tag|>", null),
        new(MarkerKind.ToolCall, "<|tool_call|>", "<|/tool_call|>"),
        new(MarkerKind.ToolCall, "<|tool_calls_section_begin|>", "<|tool_calls_section_end|>"),
        new(MarkerKind.ToolCall, "<|tool_call_begin|>", "<|tool_call_end|>"),
        new(MarkerKind.ToolCall, "<｜tool▁calls▁begin｜>", "<｜tool▁calls▁end｜>"),
        new(MarkerKind.ToolCall, "<｜tool▁call▁begin｜>", "<｜tool▁call▁end｜>"),
        new(MarkerKind.ToolCall, "<|START_ACTION|>", "<|END_ACTION|>"),
        new(MarkerKind.ToolCall, "<|channel|>commentary to=", "<|call|>"),
        new(MarkerKind.ToolCall, "functions=", null, AtLineStart: true),
        new(MarkerKind.ToolCall, "function=", null, AtLineStart: true),
        new(MarkerKind.ToolCall, "functools[", null, AtLineStart: true),
        .. ((string[])
        [
            "<|im_start|>assistant", "<|im_start|>", "<|im_end|>", "<|eot_id|>", "<|eom_id|>", "<|end_of_text|>", "<|endoftext|>", "<|return|>",
            "<|end|>", "<|start|>assistant", "<|channel|>final<|message|>", "<|START_RESPONSE|>", "<|END_RESPONSE|>", "<｜end▁of▁sentence｜>",
            "<end_of_turn>", "<start_of_turn>model",
        ]).Select(token => new AnswerMarker(MarkerKind.Token, token, null)),
    ];

    private AnswerMarkers(ThinkingTags tags)
    {
        var tokens = s_others.Where(marker => marker.Kind == MarkerKind.Token).Select(marker => marker.Open).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Thinking = [.. tags.Written.Select(Of).Select(marker => marker with { ClosesAlone = !tokens.Contains(marker.Close!) })];
        All = [.. Thinking, .. s_others];
        var thinking = Thinking.Select(marker => marker.Open).Concat(Thinking.Select(marker => marker.Close!));
        OpeningStarts = SearchValues.Create([.. Starts(s_others.Select(marker => marker.Open).Concat(thinking)), '`', '{', '[']);
        ThinkingStarts = SearchValues.Create([.. Starts(thinking)]);
    }

    public IReadOnlyList<AnswerMarker> Thinking { get; }

    public IReadOnlyList<AnswerMarker> All { get; }

    /// <summary>Characters with which a mark may begin.</summary>
    public SearchValues<char> OpeningStarts { get; }

    public SearchValues<char> ThinkingStarts { get; }

    public static AnswerMarkers For(ThinkingTags tags) => s_known.GetValue(tags, static known => new(known));

    /// <summary>In both cases, as marks are compared without it.</summary>
    private static IEnumerable<char> Starts(IEnumerable<string> marks) =>
        marks.SelectMany(mark => (char[])[char.ToLowerInvariant(mark[0]), char.ToUpperInvariant(mark[0])]);

    private static AnswerMarker Of(string entry) => entry.Split(' ') is [var open, var close]
        ? new(MarkerKind.Thinking, open, close)
        : AnswerMarker.Tag(MarkerKind.Thinking, entry);
}
