namespace FlowEngine.Storage.Database;

/// <summary>The way to the tables that belong to no tenant.</summary>
public interface ISystemDb
{
    SystemDbContext Open();
}
