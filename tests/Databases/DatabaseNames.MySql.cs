namespace FlowEngine.Databases;

public static partial class DatabaseNames
{
    static partial void AddMySql(List<string> names) => names.Add(MySql);
}
