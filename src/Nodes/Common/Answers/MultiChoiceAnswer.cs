using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>Several choices in one text, separated by commas or "and"; every part must be a choice.</summary>
internal static class MultiChoiceAnswer
{
    private static readonly string[] s_and = [" ve ", " and ", " & ", " + ", "&", "+", " / ", "/"];

    /// <summary>In the order of the choices, each once; null where a part is none.</summary>
    public static IReadOnlyList<Choice>? Read(string text, IReadOnlyList<Choice> choices, TextScope scope)
    {
        if (TextFold.Fold(text) is "hepsi" or "hepsini" or "tumu" or "all" or "all of them" or "everything")
        {
            return choices;
        }

        if (ChoiceAnswer.Whole(text, choices, scope) is { } whole)
        {
            return [whole];
        }

        // A comma between digits may belong to a choice (1,5 ton) or stand between the numbers of two.
        var plain = TypedText.SameLength(text);
        var chosen = Chosen(CommaList.Split(plain, ';'), choices, scope)
            ?? Chosen(plain.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), choices, scope);
        return chosen is null ? null : [.. choices.Where(chosen.Contains)];
    }

    private static HashSet<Choice>? Chosen(IReadOnlyList<string> parts, IReadOnlyList<Choice> choices, TextScope scope)
    {
        var chosen = new HashSet<Choice>();
        foreach (var part in parts)
        {
            if (Parts(part, choices, scope) is not { } found)
            {
                return null;
            }

            chosen.UnionWith(found);
        }

        return chosen;
    }

    private static List<Choice>? Parts(string part, IReadOnlyList<Choice> choices, TextScope scope)
    {
        if (ChoiceAnswer.Read(part, choices, scope) is { } one)
        {
            return [one];
        }

        var parts = part.Split(s_and, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words && words.All(IsNumber))
        {
            parts = words;
        }

        if (parts.Length < 2)
        {
            return null;
        }

        var found = parts.Select(piece => ChoiceAnswer.Read(piece, choices, scope)).ToList();
        return found.Contains(null) ? null : [.. found.OfType<Choice>()];
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);
}
