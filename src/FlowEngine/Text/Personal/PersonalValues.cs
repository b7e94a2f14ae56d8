using FlowEngine.Conversations;

namespace FlowEngine.Text.Personal;

/// <summary>What a person told so far, so that it can be taken out of the texts that repeat it.</summary>
public static class PersonalValues
{
    private const int ShortestValue = 2;
    private const int ShortestWord = 3;
    private const int ShortestNumber = 5;
    private const int MostWords = 4;

    /// <summary>More is not looked for in every text.</summary>
    private const int Most = 100;

    /// <summary>True where the variable is marked as personal, or its name says so.</summary>
    public static bool Has(Variables variables, VariablePath path) => path.Root switch
    {
        VariableRoot.Message or VariableRoot.Tenant or VariableRoot.Now => false,
        VariableRoot.Session => IsNamedSo(path),
        _ => variables.IsPersonal(path) || IsNamedSo(path),
    };

    private static bool IsNamedSo(VariablePath path)
    {
        var holder = "";
        for (var i = -1; i < path.Segments.Count; i++)
        {
            var name = i < 0 ? path.Name : path.Segments[i];
            if (!name.AsSpan().ContainsAnyExceptInRange('0', '9'))
            {
                continue;
            }

            if (PersonalNames.Has(PersonalNames.Within(holder, name)))
            {
                return true;
            }

            holder = name;
        }

        return false;
    }

    /// <summary>Of the state before a turn, of the state after it and of what its nodes set; longer ones first.</summary>
    public static IReadOnlyCollection<string> Of(ConversationState before, TurnOutcome outcome)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Take(before, found);
        Take(outcome.State, found);
        foreach (var step in outcome.Trace)
        {
            foreach (var set in step.Sets.IsDefault ? [] : step.Sets)
            {
                if (set.IsPersonal || PersonalNames.Has(set.Name))
                {
                    Take(set.Value, found);
                }
            }
        }

        return Ordered(found);
    }

    public static IReadOnlyCollection<string> Of(ConversationState state)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Take(state, found);
        return Ordered(found);
    }

    public static IReadOnlyCollection<string> Of(IEnumerable<Value> values)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            Take(value, found);
        }

        return Ordered(found);
    }

    private static string[] Ordered(HashSet<string> found) =>
        found.Count == 0 ? [] : [.. found.OrderByDescending(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).Take(Most)];

    private static void Take(ConversationState state, HashSet<string> found)
    {
        Take(state.Vars, state.Personal, found);
        foreach (var frame in state.Walk?.Frames ?? [])
        {
            Take(frame.Vars, frame.Personal, found);
        }
    }

    private static void Take(IReadOnlyDictionary<string, Value> variables, IReadOnlyList<string>? marked, HashSet<string> found)
    {
        foreach (var (name, value) in variables)
        {
            if (marked?.Contains(name) == true || PersonalNames.Has(name))
            {
                Take(value, found);
            }
        }
    }

    private static void Take(Value value, HashSet<string> found)
    {
        switch (value.Kind)
        {
            case ValueKind.List:
                foreach (var item in value.Items)
                {
                    Take(item, found);
                }

                break;
            case ValueKind.Object:
                foreach (var member in value.Members.Values)
                {
                    Take(member, found);
                }

                break;
            case ValueKind.Text or ValueKind.Number when UnicodeText.Trim(value.ToString()) is { Length: >= ShortestValue } text && text != PersonalText.Hidden:
                Take(text, found);
                break;
            default:
                break;
        }
    }

    /// <summary>Whole, as it stands in an address, and word by word where it may be a name: a reply says "Thank you, Ayşe".</summary>
    private static void Take(string text, HashSet<string> found)
    {
        // A day or a count would be taken out of everything.
        if ((text.Length < ShortestNumber && text.All(char.IsDigit)) || !found.Add(text))
        {
            return;
        }

        if (Uri.EscapeDataString(text) is var escaped && escaped != text)
        {
            found.Add(escaped);
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is > 1 and <= MostWords && words.All(word => word.All(c => char.IsLetter(c) || c is '.' or '\'' or '-')))
        {
            found.UnionWith(words.Where(word => word.Length >= ShortestWord));
        }
    }
}
