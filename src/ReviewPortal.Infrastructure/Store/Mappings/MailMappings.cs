using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class DeliveryConsentMapping : IEntityTypeConfiguration<DeliveryConsent>
{
    public void Configure(EntityTypeBuilder<DeliveryConsent> builder)
    {
        builder.HasKey(item => item.Id);
        // A student agrees once to a kind, until it is withdrawn.
        builder.HasIndex(item => new { item.Person, item.Kind }, "IX_AgreedOnce").IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
        builder.ToTable(table => table.HasCheckConstraint("CK_WithdrawnAfterGiven", "\"WithdrawnAt\" IS NULL OR \"WithdrawnAt\" >= \"GivenAt\""));
    }
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasIndex(item => item.At);
        // A report finds its e-mail by it. What went out before has none.
        builder.HasIndex(item => item.Mark, "IX_MarkedOnce").IsUnique().HasFilter("\"Mark\" <> ''");
        builder.Ignore(item => item.DueBy);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(item => item.Letter).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Notification>().WithMany().HasForeignKey(item => item.Replaces).OnDelete(DeleteBehavior.Restrict);
        // One goes out in the place of another, however often somebody presses.
        builder.HasIndex(item => item.Replaces, "IX_ReplacedOnce").IsUnique().HasFilter("\"Replaces\" IS NOT NULL");
    }
}

internal sealed class MailTryMapping : IEntityTypeConfiguration<MailTry>
{
    public void Configure(EntityTypeBuilder<MailTry> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasOne<Notification>().WithMany().HasForeignKey(item => item.Notification).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => new { item.Notification, item.Number }).IsUnique();
        // A message is on its way once, whoever carries it; the round looks for these first.
        builder.HasIndex(item => item.Notification, "IX_TriedOnceAtATime").IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_EndedWithAnEnd", "(\"EndedAt\" IS NULL) = (\"End\" IS NULL)");
            table.HasCheckConstraint("CK_EndedAfterStart", "\"EndedAt\" IS NULL OR \"EndedAt\" >= \"StartedAt\"");
        });
    }
}

internal sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasIndex(item => item.At);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FacilityRequest>().WithMany().HasForeignKey(item => item.Request).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.Subject);
        builder.ToTable(table => table.HasCheckConstraint("CK_ReceiptOfOne", "(\"Case\" IS NULL) <> (\"Request\" IS NULL) AND (\"Case\" IS NULL) = (\"Action\" IS NULL) AND (\"Request\" IS NULL) = (\"RequestAction\" IS NULL)"));
    }
}

internal sealed class BounceMapping : IEntityTypeConfiguration<Bounce>
{
    public void Configure(EntityTypeBuilder<Bounce> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasIndex(item => item.Notification).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Notification>().WithMany().HasForeignKey(item => item.Notification).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailReportMapping : IEntityTypeConfiguration<MailReport>
{
    public void Configure(EntityTypeBuilder<MailReport> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Notification);
        builder.HasIndex(item => item.TakenAt);
        // A file is taken in once, also when the portal was killed before it could put it away.
        builder.HasIndex(item => new { item.Sha256, item.Name }, "IX_TakenInOnce").IsUnique();
        builder.Ignore(item => item.Words).Ignore(item => item.IsKept).Ignore(item => item.IsFailure).Ignore(item => item.Asks);
        builder.HasOne<Notification>().WithMany().HasForeignKey(item => item.Notification).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_MatchedBySomething", "(\"Notification\" IS NULL) = (\"Sign\" IS NULL)"));
    }
}

internal sealed class ReportSetAsideMapping : IEntityTypeConfiguration<ReportSetAside>
{
    public void Configure(EntityTypeBuilder<ReportSetAside> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasIndex(item => item.Report).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MailReport>().WithMany().HasForeignKey(item => item.Report).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutageMapping : IEntityTypeConfiguration<Outage>
{
    public void Configure(EntityTypeBuilder<Outage> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.From);
        builder.ToTable(table => table.HasCheckConstraint("CK_OutageEnds", "\"Until\" IS NULL OR \"Until\" >= \"From\""));
    }
}
