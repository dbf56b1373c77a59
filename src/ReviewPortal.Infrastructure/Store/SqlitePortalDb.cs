using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>The portal's database in one SQLite file.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        // SQLite neither orders nor compares DateTimeOffset; ticks of UTC it does.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        // SQLite does not know when the clock in Amsterdam is turned: it asks us (SqliteSettings).
        builder.HasDbFunction(() => Notification.LastDay(default)).HasName(SqliteSettings.LastDay);
        // Here and not in the mapping, because a day out of ticks is SQLite's own (Awb 6:8: the term begins after publication).
        builder.Entity<Letter>().ToTable(table => table.HasCheckConstraint("CK_LastDayAfterPublication", "\"AppealBy\" IS NULL OR \"AppealBy\" > date(\"PublishedAt\" / 10000000 - 62135596800, 'unixepoch')"));
    }
}
