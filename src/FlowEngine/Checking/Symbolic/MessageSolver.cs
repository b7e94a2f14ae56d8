namespace FlowEngine.Checking.Symbolic;

/// <summary>Finds a message that satisfies all constraints by trying the texts that they suggest, alone and combined.</summary>
internal static class MessageSolver
{
    private const int MaxTries = 200;
    private static readonly string[] s_neutral = ["hello", "xyz", "42", "?"];

    /// <returns>A message; or null, and whether it is certain that none exists.</returns>
    public static (string? Message, bool IsImpossible) Solve(IReadOnlyCollection<MessageConstraint> constraints, string before)
    {
        foreach (var message in Candidates(constraints, before))
        {
            if (constraints.All(constraint => constraint.Holds(message)))
            {
                return (message, false);
            }
        }

        var keys = constraints.Select(constraint => constraint.Key).ToHashSet(StringComparer.Ordinal);
        return (null, keys.Any(key => keys.Contains("!" + key)) || constraints.Any(constraint => constraint is { IsWhole: true, IsComplete: true }));
    }

    private static IEnumerable<string> Candidates(IReadOnlyCollection<MessageConstraint> constraints, string before)
    {
        var parts = constraints.Where(constraint => !constraint.IsWhole && constraint.Options.Count > 0).OrderBy(constraint => constraint.Position).ToList();
        return constraints.Where(constraint => constraint.IsWhole).SelectMany(constraint => constraint.Options)
            .Prepend(before)
            .Concat(Joined(parts))
            .Concat(s_neutral)
            .Concat(Joined(parts).SelectMany(text => s_neutral.Select(other => $"{text} {other}")));
    }

    /// <summary>One option of each constraint, in all combinations up to a limit.</summary>
    private static IEnumerable<string> Joined(List<MessageConstraint> parts)
    {
        var all = parts.Aggregate(1L, (count, part) => Math.Min(MaxTries, count * part.Options.Count));
        for (var n = 0L; parts.Count > 0 && n < all; n++)
        {
            var left = n;
            var chosen = new List<string>(parts.Count);
            foreach (var part in parts)
            {
                chosen.Add(part.Options[(int)(left % part.Options.Count)]);
                left /= part.Options.Count;
            }

            yield return string.Join(' ', chosen.Distinct(StringComparer.Ordinal));
        }
    }
}
