using System.Text.Json;

namespace FlowEngine.Drawflow.Comparing;

/// <summary>
/// Two JSON values field by field. The order of members means nothing, 1 and 1.0 are the same number. Of an array, what is equal at its
/// beginning and at its end is left out, so that one element more or less is one difference.
/// </summary>
internal static class JsonComparison
{
    public static IReadOnlyList<FieldChange> Compare(JsonElement before, JsonElement after)
    {
        var changes = new List<FieldChange>();
        Compare("", before, after, changes);
        return changes;
    }

    private static void Compare(string pointer, JsonElement before, JsonElement after, List<FieldChange> changes)
    {
        switch (before.ValueKind, after.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                Objects(pointer, before, after, changes);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                Arrays(pointer, before, after, changes);
                break;
            default:
                if (!JsonElement.DeepEquals(before, after))
                {
                    changes.Add(new(pointer, before, after));
                }

                break;
        }
    }

    private static void Objects(string pointer, JsonElement before, JsonElement after, List<FieldChange> changes)
    {
        var now = after.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach (var member in before.EnumerateObject())
        {
            var at = JsonPointer.Append(pointer, member.Name);
            if (now.Remove(member.Name, out var value))
            {
                Compare(at, member.Value, value, changes);
            }
            else
            {
                changes.Add(new(at, member.Value, null));
            }
        }

        changes.AddRange(now.Select(added => new FieldChange(JsonPointer.Append(pointer, added.Key), null, added.Value)));
    }

    private static void Arrays(string pointer, JsonElement before, JsonElement after, List<FieldChange> changes)
    {
        List<JsonElement> old = [.. before.EnumerateArray()], now = [.. after.EnumerateArray()];
        var shorter = Math.Min(old.Count, now.Count);
        var head = 0;
        while (head < shorter && JsonElement.DeepEquals(old[head], now[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && JsonElement.DeepEquals(old[^(tail + 1)], now[^(tail + 1)]))
        {
            tail++;
        }

        var (oldEnd, nowEnd) = (old.Count - tail, now.Count - tail);
        for (var i = head; i < Math.Max(oldEnd, nowEnd); i++)
        {
            var at = JsonPointer.Append(pointer, i);
            if (i < oldEnd && i < nowEnd)
            {
                Compare(at, old[i], now[i], changes);
            }
            else
            {
                changes.Add(new(at, i < oldEnd ? old[i] : null, i < nowEnd ? now[i] : null));
            }
        }
    }
}
