using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlowEngine.Storage.Model;

/// <summary>Columns are called as their properties, in snake case; those of an owned part too, which shares its owner's key.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var isKeyOfOwner = property.DeclaringType is IMutableEntityType owned && owned.IsOwned() && property.IsPrimaryKey();
            property.SetColumnName(isKeyOfOwner ? "id" : Of(property.Name));
        }
    }

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
