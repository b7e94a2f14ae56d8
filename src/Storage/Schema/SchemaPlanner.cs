using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FlowEngine.Storage.Schema;

/// <summary>Plans from the model what the real schema lacks.</summary>
internal sealed class SchemaPlanner(DbContext context, TimeProvider clock)
{
    private readonly IRelationalModel _model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    public IEnumerable<string> TableNames => _model.Tables.Select(table => table.Name);

    public IReadOnlyList<SchemaStep> Missing(SchemaFacts facts)
    {
        var operations = context.GetService<IMigrationsModelDiffer>().GetDifferences(source: null, _model);
        return operations.SelectMany(operation => Missing(operation, facts)).ToList();
    }

    public SchemaStep HistoryStep(string id)
    {
        var history = context.GetService<IHistoryRepository>();
        return new(
            $"history {id}", [history.GetCreateIfNotExistsScript(), history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion()))]);
    }

    private IEnumerable<SchemaStep> Missing(MigrationOperation operation, SchemaFacts facts) => operation switch
    {
        CreateTableOperation table when !facts.Tables.ContainsKey(table.Name) => [Step($"table {table.Name}", table)],
        CreateTableOperation table => table.Columns
            .Where(column => !facts.Tables[table.Name].Columns.Contains(column.Name))
            .Select(column => Step($"column {table.Name}.{column.Name}", WithDefault(column))),
        CreateIndexOperation index when !facts.Objects.Contains(index.Name) => [Step($"index {index.Name}", index)],
        CreateIndexOperation => [],
        _ => throw new InvalidOperationException($"The model makes an operation that has no guarded step: {operation.GetType().Name}."),
    };

    private SchemaStep Step(string name, MigrationOperation operation) =>
        new(name, context.GetService<IMigrationsSqlGenerator>()
            .Generate([operation], _model.Model)
            .Select(command => command.CommandText)
            .ToList());

    /// <summary>Rows that are there already need a value in a column that takes no null.</summary>
    private AddColumnOperation WithDefault(AddColumnOperation column)
    {
        if (!column.IsNullable && column.DefaultValue is null && column.DefaultValueSql is null)
        {
            var mapping = _model.FindTable(column.Table, column.Schema)!.FindColumn(column.Name)!.PropertyMappings[0];
            object value = mapping.Property.ClrType switch
            {
                var type when type == typeof(string) => "",
                var type when type == typeof(DateTimeOffset) => clock.GetUtcNow(),
                var type when type == typeof(Guid) => Guid.Empty,
                var type => Convert.ChangeType(0, type, System.Globalization.CultureInfo.InvariantCulture),
            };
            column.DefaultValue = mapping.TypeMapping.Converter?.ConvertToProvider(value) ?? value;
        }

        return column;
    }
}
