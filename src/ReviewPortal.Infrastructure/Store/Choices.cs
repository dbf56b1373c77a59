using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Something was chosen that stands in no list: no page offers it, and nothing of the operation is kept.</summary>
public sealed class NoSuchChoiceException(string where) : Exception($"{where} stands in no list");

/// <summary>What people choose from lists: held against the list as it is about to be kept, and before that where words are written with it.</summary>
public static class Choices
{
    /// <exception cref="NoSuchChoiceException">A column that was written holds none of the values there are, or a combination with something else.</exception>
    internal static void RefuseUnknown(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties.Where(property => entry.State is EntityState.Added || property.IsModified))
            {
                if (property.CurrentValue is Enum chosen) RefuseUnknown(chosen);
            }
        }
    }

    /// <exception cref="NoSuchChoiceException">This is none of the values there are.</exception>
    public static void RefuseUnknown(Enum chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        // What has no name is written as a number, also where several are combined.
        if (!char.IsLetter(chosen.ToString()[0])) throw new NoSuchChoiceException($"{chosen.GetType().Name} {chosen}");
    }
}
