using System.Text;
using System.Text.Json;

namespace FlowEngine.Drawflow;

/// <summary>Where in a text the values stand that JSON pointers name.</summary>
public static class JsonPlaces
{
    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Goes through the text once. A pointer that leads nowhere gets the place of the nearest value around it.</summary>
    /// <returns>Nothing for a text that is no JSON.</returns>
    public static IReadOnlyDictionary<string, JsonPlace> Find(ReadOnlySpan<byte> json, IEnumerable<string> pointers)
    {
        if (json.StartsWith(s_byteOrderMark))
        {
            json = json[s_byteOrderMark.Length..];
        }

        var wanted = pointers.ToHashSet(StringComparer.Ordinal);
        var around = wanted.SelectMany(AndAround).ToHashSet(StringComparer.Ordinal);
        var offsets = Offsets(json, around);
        if (offsets.Count == 0)
        {
            return new Dictionary<string, JsonPlace>();
        }

        var places = PlacesOf(json, offsets.Values.Distinct().Order());
        return wanted.ToDictionary(pointer => pointer, pointer => places[offsets[AndAround(pointer).First(offsets.ContainsKey)]], StringComparer.Ordinal);
    }

    /// <summary>The pointer, then those of what contains it, the whole document last.</summary>
    private static IEnumerable<string> AndAround(string pointer)
    {
        while (pointer.Length > 0)
        {
            yield return pointer;
            pointer = pointer[..Math.Max(pointer.LastIndexOf('/'), 0)];
        }

        yield return "";
    }

    private static Dictionary<string, int> Offsets(ReadOnlySpan<byte> json, HashSet<string> wanted)
    {
        var offsets = new Dictionary<string, int>(StringComparer.Ordinal);
        var walk = new PointerWalk(wanted);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (offsets.Count < wanted.Count && reader.Read())
            {
                if (walk.Enter(ref reader) is { } pointer)
                {
                    offsets.TryAdd(pointer, (int)walk.Start);
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return offsets;
        }

        return offsets;
    }

    private static Dictionary<int, JsonPlace> PlacesOf(ReadOnlySpan<byte> json, IEnumerable<int> ascending)
    {
        var places = new Dictionary<int, JsonPlace>();
        var (line, lineStart) = (1, 0);
        foreach (var offset in ascending)
        {
            int next;
            while ((next = json[lineStart..offset].IndexOf((byte)'\n')) >= 0)
            {
                (line, lineStart) = (line + 1, lineStart + next + 1);
            }

            places[offset] = new(line, Encoding.UTF8.GetCharCount(json[lineStart..offset]) + 1);
        }

        return places;
    }
}
