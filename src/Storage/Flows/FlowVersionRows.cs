using System.Security.Cryptography;
using System.Text;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Flows;

/// <summary>Rows of versions as callers see them.</summary>
internal static class FlowVersionRows
{
    /// <summary>Not of a flow that was deleted.</summary>
    public static IQueryable<FlowVersionRow> Present(this IQueryable<FlowVersionRow> rows) =>
        rows.Where(row => row.Status != FlowVersionStatus.Deleted);

    /// <summary>Never reads a document.</summary>
    public static IQueryable<FlowVersionSummary> Summaries(this IQueryable<FlowVersionRow> rows) => rows.Select(row => new FlowVersionSummary(
        row.FlowName, row.Version, row.IsActive, row.Status, row.Etag, row.CreatedBy, row.Note, row.CreatedAt, row.PublishedAt));

    public static FlowVersionSummary Summary(FlowVersionRow row) => new(
        row.FlowName, row.Version, row.IsActive, row.Status, row.Etag, row.CreatedBy, row.Note, row.CreatedAt, row.PublishedAt);

    public static FlowVersionDetail Detail(FlowVersionRow row) => new(row.Id, Summary(row), row.FlowData, row.StartNodeId, row.Settings);

    public static string Etag(string document, string? startNodeId, string? settings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{startNodeId}\0{settings}\0{document}")))[..32];
}
