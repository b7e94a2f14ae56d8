using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlowEngine.Storage.Schema;

/// <summary>Reads a context's model as tables and the statements that make them.</summary>
internal sealed class ModelReader(DbContext context, DateTimeOffset now)
{
    private readonly IRelationalModel _model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    public IReadOnlyList<TableModel> Tables()
    {
        var operations = Operations();
        var indexes = operations.OfType<CreateIndexOperation>().ToLookup(index => index.Table);
        return operations.OfType<CreateTableOperation>().Select(table => new TableModel(
            table.Name,
            [.. table.Columns.Select(Column)],
            (name, extra) => name == table.Name ? Sql(table) : Create(table.Name, name, extra),
            column => Sql(table.Columns.Single(other => other.Name == column)),
            [.. indexes[table.Name].Select(index => index.Name)],
            name => Sql(indexes[table.Name].Single(index => index.Name == name)))).ToList();
    }

    public SchemaStep HistoryStep(string id)
    {
        var history = context.GetService<IHistoryRepository>();
        return new(
            $"history {id}", [history.GetCreateIfNotExistsScript(), history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion()))]);
    }

    /// <summary>Made anew each time, as a table's is changed where it gets another name.</summary>
    private IReadOnlyList<MigrationOperation> Operations()
    {
        var operations = context.GetService<IMigrationsModelDiffer>().GetDifferences(source: null, _model);
        return operations.FirstOrDefault(operation => operation is not (CreateTableOperation or CreateIndexOperation)) is { } other
            ? throw new InvalidOperationException($"The model makes an operation that has no guarded step: {other.GetType().Name}.")
            : operations;
    }

    private IReadOnlyList<string> Create(string table, string name, IReadOnlyList<ColumnFacts> extra)
    {
        var operation = Operations().OfType<CreateTableOperation>().Single(other => other.Name == table);
        operation.Name = name;
        operation.PrimaryKey?.Table = name;
        foreach (var column in operation.Columns)
        {
            column.Table = name;
        }

        operation.Columns.AddRange(extra.Select(column => new AddColumnOperation
        {
            Table = name, Name = column.Name, ClrType = typeof(string), IsNullable = true, DefaultValueSql = column.Default,
            ColumnType = column.Type.Length == 0 ? "BLOB" : column.Type, Collation = column.Collation,
        }));
        return Sql(operation);
    }

    private IReadOnlyList<string> Sql(MigrationOperation operation) =>
        [.. context.GetService<IMigrationsSqlGenerator>().Generate([operation], _model.Model).Select(command => command.CommandText)];

    private ColumnModel Column(AddColumnOperation column)
    {
        var mapping = _model.FindTable(column.Table, column.Schema)!.FindColumn(column.Name)!.PropertyMappings[0];
        var type = Nullable.GetUnderlyingType(mapping.Property.ClrType) ?? mapping.Property.ClrType;
        return new(column.Name, type, column.IsNullable ? null : Zero(type, mapping.TypeMapping), column.DefaultValue is not null);
    }

    private string Zero(Type type, RelationalTypeMapping mapping) => mapping.GenerateSqlLiteral(type switch
    {
        _ when type == typeof(string) => "",
        _ when type == typeof(DateTimeOffset) => now,
        _ when type == typeof(Guid) => Guid.Empty,
        _ => Convert.ChangeType(0, type, System.Globalization.CultureInfo.InvariantCulture),
    });
}
