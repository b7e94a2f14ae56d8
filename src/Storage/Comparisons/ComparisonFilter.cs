using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Comparisons;

/// <summary>Which comparisons; null members take all.</summary>
/// <param name="Kind"><c>ab</c>, or <c>aa</c>: the control against itself.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record ComparisonFilter(
    string? Result = null,
    string? Severity = null,
    string? Cluster = null,
    string? Mode = null,
    string? Kind = null,
    string? Stage = null,
    Guid? Conversation = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null)
{
    internal IQueryable<ParallelRunRow> Of(FlowEngineDbContext db)
    {
        IQueryable<ParallelRunRow> rows = db.ParallelRuns;
        rows = Result is null ? rows : rows.Where(row => row.Result == Result);
        rows = Severity is null ? rows : rows.Where(row => row.Severity == Severity);
        rows = Cluster is null ? rows : rows.Where(row => row.Cluster == Cluster);
        rows = Mode is null ? rows : rows.Where(row => row.Mode == Mode);
        rows = Stage is null ? rows : rows.Where(row => row.Stage == Stage);
        rows = From is null ? rows : rows.Where(row => row.CreatedAt >= From);
        rows = To is null ? rows : rows.Where(row => row.CreatedAt < To);
        rows = Conversation is null
            ? rows
            : rows.Where(row => db.Conversations.Any(one => one.Id == row.ConversationId && one.PublicId == Conversation));
        return Kind switch
        {
            "aa" => rows.Where(row => row.Candidate == row.AnsweredBy),
            "ab" => rows.Where(row => row.Candidate != row.AnsweredBy),
            _ => rows,
        };
    }
}
