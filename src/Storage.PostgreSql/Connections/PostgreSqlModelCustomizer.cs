using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>
/// Column types of this database: times in UTC, numbers as they are written, text of any length that sorts by its characters and not by
/// the server's language.
/// </summary>
internal sealed class PostgreSqlModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    private static readonly ValueConverter<DateTimeOffset, DateTimeOffset> s_time = new(time => time.ToUniversalTime(), time => time);

    private static readonly ValueConverter<string, string> s_text = new(text => StoredText.Of(text)!, text => text);

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
            else if (type == typeof(string))
            {
                property.SetValueConverter(s_text);
                property.SetColumnType("text");
                property.SetCollation("C");
            }
            else if (type == typeof(decimal))
            {
                property.SetPrecision(null);
                property.SetScale(null);
                property.SetColumnType("numeric");
            }
        }
    }
}
