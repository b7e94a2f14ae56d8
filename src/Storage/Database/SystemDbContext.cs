using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Database;

/// <summary>The tables that belong to no tenant.</summary>
public sealed class SystemDbContext(DbContextOptions<SystemDbContext> options) : DbContext(options)
{
    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<NodeTypeRow> NodeTypes => Set<NodeTypeRow>();

    public DbSet<KillSwitchRow> KillSwitches => Set<KillSwitchRow>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    public DbSet<TenantStampRow> Stamps => Set<TenantStampRow>();

    public DbSet<ProjectionRow> Projections => Set<ProjectionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new TenantEntityTypeConfiguration());
        modelBuilder.ApplyConfiguration(new ApiKeyEntityTypeConfiguration());
        modelBuilder.ApplyConfiguration(new NodeTypeEntityTypeConfiguration());
        modelBuilder.ApplyConfiguration(new KillSwitchEntityTypeConfiguration());
        modelBuilder.ApplyConfiguration(new DataProtectionKeyEntityTypeConfiguration());
        modelBuilder.ApplyConfiguration(new TenantStampEntityTypeConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectionEntityTypeConfiguration());
        SnakeCaseNames.Apply(modelBuilder);
    }
}
