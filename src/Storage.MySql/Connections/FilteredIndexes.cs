using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>
/// The database has no filtered indexes. Unique ones over the active rows are made beside the model; one
/// that keeps an index small becomes one that finds its rows by the filter's column.
/// </summary>
internal static class FilteredIndexes
{
    public static void Replace(IMutableEntityType entity)
    {
        if (entity.ClrType == typeof(TurnRow))
        {
            // Where a process that starts looks for the claims of the dead.
            entity.AddIndex([entity.GetProperty(nameof(TurnRow.Status)), entity.GetProperty(nameof(TurnRow.LeaseUntil))], "ix_conversation_turns_claimed");
        }

        foreach (var index in entity.GetIndexes().Where(index => index.GetFilter() is not null).ToList())
        {
            switch (index.GetFilter())
            {
                case "is_active":
                    entity.RemoveIndex(index);
                    break;
                case "search_text IS NULL":
                    Put(entity, index, [.. index.Properties, entity.GetProperty(nameof(ProductRow.SearchText))]).SetPrefixLength([0, 1]);
                    break;
                case "current_node_id IS NOT NULL":
                    // The column has no length, as its table is not to be made anew for an index.
                    Put(entity, index, [.. index.Properties]).SetPrefixLength([0, 50]);
                    break;
                case "comparisons IS NOT NULL":
                    Put(entity, index, [entity.GetProperty(nameof(TurnRow.Comparisons)), .. index.Properties]).SetPrefixLength([1, 0, 0, 0]);
                    break;
                case "result = 'pending'":
                    Put(entity, index, [entity.GetProperty(nameof(ParallelRunRow.Result)), .. index.Properties]);
                    break;
                default:
                    index.SetFilter(null);
                    break;
            }
        }
    }

    /// <summary>The same index over other columns.</summary>
    private static IMutableIndex Put(IMutableEntityType entity, IMutableIndex index, IReadOnlyList<IMutableProperty> columns)
    {
        entity.RemoveIndex(index);
        return entity.AddIndex(columns, index.Name!);
    }
}
