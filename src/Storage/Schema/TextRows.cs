using System.Data.Common;
using System.Globalization;

namespace FlowEngine.Storage.Schema;

/// <summary>Reads rows of any columns.</summary>
public static class TextRows
{
    public static IReadOnlyList<IReadOnlyList<string?>> Texts(this DbDataReader reader)
    {
        var rows = new List<IReadOnlyList<string?>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount)
                .Select(column => reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))]);
        }

        return rows;
    }
}
