using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class NodeTypeEntityTypeConfiguration : IEntityTypeConfiguration<NodeTypeRow>
{
    public void Configure(EntityTypeBuilder<NodeTypeRow> builder)
    {
        builder.ToTable("ai_workflow_nodes");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.NodeKey).HasMaxLength(100);
        builder.Property(row => row.NodeClass).HasMaxLength(300);
        builder.Property(row => row.Category).HasMaxLength(50);
        builder.Property(row => row.Type).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.HasIndex([nameof(NodeTypeRow.NodeKey)], "ux_ai_workflow_nodes_node_key").IsUnique();
    }
}
