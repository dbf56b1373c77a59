using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class InvestigationMapping : IEntityTypeConfiguration<Investigation>
{
    public void Configure(EntityTypeBuilder<Investigation> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ViewMapping : IEntityTypeConfiguration<View>
{
    public void Configure(EntityTypeBuilder<View> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HearingMapping : IEntityTypeConfiguration<Hearing>
{
    public void Configure(EntityTypeBuilder<Hearing> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConflictDeclarationMapping : IEntityTypeConfiguration<ConflictDeclaration>
{
    public void Configure(EntityTypeBuilder<ConflictDeclaration> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => new { item.Case, item.Person });
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InformationRequestMapping : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasOne<Exam>().WithMany().HasForeignKey(item => item.Exam).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IncidentCaseMapping : IEntityTypeConfiguration<IncidentCase>
{
    public void Configure(EntityTypeBuilder<IncidentCase> builder)
    {
        builder.HasKey(item => new { item.Incident, item.Case });
        builder.HasOne<Incident>().WithMany().HasForeignKey(item => item.Incident).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BoardSessionMapping : IEntityTypeConfiguration<BoardSession>
{
    public void Configure(EntityTypeBuilder<BoardSession> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
