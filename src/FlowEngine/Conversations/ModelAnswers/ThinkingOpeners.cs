namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>
/// How models begin to think aloud. Where an answer begins so, a closing tag without an opening one may follow, so nothing of it is
/// streamed before its end is known.
/// </summary>
internal static class ThinkingOpeners
{
    private static readonly string[] s_openers =
    [
        "okay, so", "okay, the", "okay, let", "ok, so", "ok, the", "ok, let", "alright, so", "alright, the", "alright, let", "hmm", "let me think",
        "let's think", "let's see", "the user", "user asks", "user wants", "user says", "we need to", "we have to", "i need to", "i should ", "first, i ",
        "first i ", "so the user", "so, the user", "wait,", "thinking", "thought", "reasoning", "analysis:", "kullanıcı ", "düşün", "tamam, kullanıcı",
    ];

    public static MarkerMatch Match(ReadOnlySpan<char> text)
    {
        var result = MarkerMatch.None;
        foreach (var opener in s_openers)
        {
            var known = Math.Min(text.Length, opener.Length);
            if (text[..known].Equals(opener.AsSpan(0, known), StringComparison.OrdinalIgnoreCase))
            {
                if (known == opener.Length)
                {
                    return MarkerMatch.Found;
                }

                result = MarkerMatch.Partial;
            }
        }

        return result;
    }
}
