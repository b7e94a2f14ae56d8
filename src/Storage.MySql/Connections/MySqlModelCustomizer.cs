using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>
/// Column types of this database: times in UTC, ids as 36 characters, readable in every tool, text that sorts and compares by its
/// characters, trailing blanks too. Only text of a key has a length, as an index asks for one.
/// </summary>
internal sealed class MySqlModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    /// <summary>Without the zeros that the column's type puts behind.</summary>
    private static readonly ValueConverter<decimal, decimal> s_number = new(number => number, number => number / 1.0000000000000000000000000000m);

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.HasCharSet("utf8mb4", DelegationModes.ApplyToTables);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            FilteredIndexes.Replace(entity);
            var keyed = entity.GetKeys().SelectMany(key => key.Properties).Concat(entity.GetIndexes().SelectMany(Whole)).ToHashSet();
            foreach (var property in entity.GetProperties())
            {
                Type(property, keyed.Contains(property));
            }
        }
    }

    /// <summary>Columns that an index has as a whole, and not the beginning of.</summary>
    private static IEnumerable<IMutableProperty> Whole(IMutableIndex index)
    {
        var lengths = ((IIndex)index).PrefixLength();
        return index.Properties.Where((_, at) => lengths is null || lengths[at] == 0);
    }

    private static void Type(IMutableProperty property, bool isKeyed)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(string))
        {
            property.SetColumnType(isKeyed && property.GetMaxLength() is { } length ? string.Create(CultureInfo.InvariantCulture, $"varchar({length})") : "longtext");
            property.SetCollation(Collation.Name);
        }
        else if (type == typeof(DateTimeOffset))
        {
            property.SetColumnType("datetime(6)");
        }
        else if (type == typeof(decimal))
        {
            property.SetPrecision(null);
            property.SetScale(null);
            property.SetColumnType("decimal(38,18)");
            property.SetValueConverter(s_number);
        }
    }
}
