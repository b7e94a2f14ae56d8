using System.Text;
using System.Text.Json;

namespace FlowEngine.Moving.Rules;

/// <summary>Text of a column that should be JSON.</summary>
public static class JsonColumn
{
    public static bool IsBroken(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 512 });
            while (reader.Read())
            {
                // Reading to the end is the check.
            }

            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    /// <summary>Entries of the array; 0 where it is none.</summary>
    public static int Entries(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || IsBroken(text))
        {
            return 0;
        }

        var count = 0;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 512 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return 0;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            count++;
        }

        return count;
    }
}
