using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>Column types of this database: times and ids as text that sorts, prices as numbers.</summary>
internal sealed class SqliteModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    private static readonly ValueConverter<DateTimeOffset, string> s_time =
        new(time => SqliteValues.Time(time), text => SqliteValues.Time(text));

    private static readonly ValueConverter<Guid, string> s_id = new(id => SqliteValues.Id(id), text => SqliteValues.Id(text));

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type == typeof(DateTimeOffset))
            {
                property.SetValueConverter(s_time);
            }
            else if (type == typeof(Guid))
            {
                property.SetValueConverter(s_id);
            }
            else if (type == typeof(decimal))
            {
                property.SetColumnType("NUMERIC");
            }
        }
    }
}
